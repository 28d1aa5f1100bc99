import type { Attachment } from 'svelte/attachments';

/** Shows or plays a Blob for as long as the element stands: `<img {@attach blobSource(blob)}>`. */
export const blobSource =
  (blob: Blob): Attachment<HTMLImageElement | HTMLAudioElement> =>
  (element) => {
    const url = URL.createObjectURL(blob);
    element.src = url;
    return () => URL.revokeObjectURL(url);
  };
