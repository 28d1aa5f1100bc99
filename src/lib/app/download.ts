/** Saves a file among the device's downloads. @param name with its ending; signs that a disk does not take are left out */
export function download(file: Blob, name: string): void {
  const url = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName(name);
  link.click();
  // The download has begun when the click returns, but some browsers read the file a little later.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

const fileName = (name: string): string => {
  const at = name.lastIndexOf('.');
  const plain = name
    .slice(0, at)
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
  return plain.slice(0, 60) + name.slice(at);
};
