// How expensive may unlocking be on this device? About 0.7 s, never below the floor (K1). Memory first, since it is what
// an attacker's hardware pays for; then iterations.
import type { Random } from './bytes.ts';
import { KDF_CEILING, KDF_FLOOR, newKdfHeader, type DeriveKey, type KdfCost } from './kdf.ts';

export const KDF_TARGET_MS = 700;
const MEMORY_STEP_KIB = 16 * 1024;

/** The largest cost whose expected time is not above the target; Argon2's time grows as memory × iterations. */
export function costForTime(floorTookMs: number, targetMs: number = KDF_TARGET_MS): KdfCost {
  const factor = targetMs / Math.max(floorTookMs, 1);
  const steps = Math.floor((KDF_FLOOR.memoryKiB * factor) / MEMORY_STEP_KIB);
  const memoryKiB = clamp(steps * MEMORY_STEP_KIB, KDF_FLOOR.memoryKiB, KDF_CEILING.memoryKiB);
  const factorLeft = factor / (memoryKiB / KDF_FLOOR.memoryKiB);
  const iterations = Math.floor(KDF_FLOOR.iterations * factorLeft);
  return {
    memoryKiB,
    iterations: clamp(iterations, KDF_FLOOR.iterations, KDF_CEILING.iterations),
    parallelism: KDF_FLOOR.parallelism,
  };
}

/** Measures the floor twice, takes the second (the first also loads the code), and scales. `nowMs` is monotonic. */
export async function calibrateKdf(
  deriveKey: DeriveKey,
  nowMs: () => number,
  random: Random,
  signal?: AbortSignal,
): Promise<KdfCost> {
  const measure = async (): Promise<number> => {
    const startedMs = nowMs();
    await deriveKey('calibration', newKdfHeader(KDF_FLOOR, random), signal);
    return nowMs() - startedMs;
  };
  await measure();
  return costForTime(await measure());
}

const clamp = (value: number, low: number, high: number): number => Math.min(Math.max(value, low), high);
