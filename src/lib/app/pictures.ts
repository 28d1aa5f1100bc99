import type { Attachment } from 'svelte/attachments';
import { session } from './session.svelte.ts';
import { syncing } from './sync.svelte.ts';

/**
 * Shows a picture or plays a sound out of the person's store: `<img {@attach pictureOf(space, id, 'thumbnail')}>`.
 * One that is not here is asked for, and shown when it comes. While it is missing the element has
 * no source and carries `data-missing`.
 */
export const pictureOf =
  (
    space: string,
    id: string,
    name: 'thumbnail' | 'original' | 'sound'
  ): Attachment<HTMLImageElement | HTMLAudioElement> =>
  (element) => {
    const { store } = session;
    let url: string | undefined;
    let hasAsked = false;
    element.dataset.missing = '';
    const subscription = store
      .observe(() => store.blob(space, id, name))
      .subscribe((blob) => {
        if (blob !== undefined && url === undefined) {
          url = URL.createObjectURL(blob);
          element.src = url;
          delete element.dataset.missing;
        } else if (blob === undefined && !hasAsked) {
          hasAsked = true;
          void store.want(space, id, name).then(() => syncing.nudge());
        }
      });
    return () => {
      subscription.unsubscribe();
      if (url !== undefined) URL.revokeObjectURL(url);
    };
  };
