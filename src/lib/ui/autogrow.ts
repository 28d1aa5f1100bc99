import type { Attachment } from 'svelte/attachments';

/** Lets a text area grow with its words, in browsers that have no `field-sizing`. Pass the text, so that it is followed. */
export const autogrow =
  (text: string): Attachment<HTMLTextAreaElement> =>
  (area) => {
    if (CSS.supports('field-sizing', 'content')) return;
    void text;
    area.style.blockSize = 'auto';
    area.style.blockSize = `${area.scrollHeight + 4}px`;
  };
