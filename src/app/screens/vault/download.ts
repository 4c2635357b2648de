/** How long the browser may take to start reading a file that was handed to it. */
const keptForMs = 60_000;

/** Hands a file to the browser's downloads and drops its address afterwards (VAULT L2). */
export function downloadBlob(name: string, blob: Blob): void {
  const address = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), keptForMs);
}
