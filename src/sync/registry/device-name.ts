// A device's name, which only holders of a root can read (PROTOCOL 7.8).
import type { Random } from '../vault/bytes.ts';
import { deriveAesKey } from '../vault/purposes.ts';
import type { EpochRoot } from '../vault/epoch-root.ts';
import { idToBytes, type DeviceId } from '../vault/ids.ts';
import { itemEpoch, openItem, sealItem } from '../vault/sealed-item.ts';
import { fromUtf8, toUtf8 } from '../vault/text.ts';
import type { RegistryView } from './registry-view.ts';
import type { StatementBody } from './statement-body.ts';

const nameKey = (root: Uint8Array, deviceId: DeviceId): Promise<CryptoKey> =>
  deriveAesKey(root, 'device-name', idToBytes(deviceId));

export async function nameDevice(
  deviceId: DeviceId,
  name: string,
  epoch: EpochRoot,
  random: Random,
): Promise<Extract<StatementBody, { kind: 'device-name' }>> {
  const sealedName = await sealItem(
    {
      kind: 'short-item',
      key: await nameKey(epoch.root, deviceId),
      epochId: epoch.id,
      context: [idToBytes(deviceId)],
      plain: toUtf8(name),
    },
    random,
  );
  return { kind: 'device-name', deviceId, sealedName };
}

/** Null if the device has no name, or none that these roots open. */
export async function readDeviceName(
  view: RegistryView,
  deviceId: DeviceId,
  epochs: readonly EpochRoot[],
): Promise<string | null> {
  const sealed = view.sealedDeviceNames.get(deviceId);
  const epoch = sealed && epochs.find(({ id }) => id === itemEpoch(sealed));
  if (sealed === undefined || epoch === undefined) return null;
  const plain = await openItem(sealed, await nameKey(epoch.root, deviceId), [idToBytes(deviceId)]);
  return plain && fromUtf8(plain);
}
