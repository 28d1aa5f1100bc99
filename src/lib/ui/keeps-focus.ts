/**
 * What somebody has just pressed may go away with what it did: a task that is ticked off moves to another list. Then
 * the heading of the part it stood in has the focus, not nothing. An attachment for the element that holds the parts.
 * @param parts which elements are parts, each with a heading of its own
 */
export const keepsFocus =
  (parts: string) =>
  (node: HTMLElement): (() => void) => {
    let last: { readonly element: Element; readonly heading: HTMLElement | null } | undefined;
    const remember = ({ target }: FocusEvent): void => {
      if (!(target instanceof Element)) return;
      last = { element: target, heading: target.closest(parts)?.querySelector('h2') ?? null };
    };
    const observer = new MutationObserver(() => {
      if (last === undefined || last.element.isConnected) return;
      const { heading } = last;
      last = undefined;
      if (document.activeElement !== document.body || heading === null) return;
      heading.tabIndex = -1;
      heading.focus({ preventScroll: true });
    });
    node.addEventListener('focusin', remember);
    observer.observe(node, { childList: true, subtree: true });
    return () => {
      node.removeEventListener('focusin', remember);
      observer.disconnect();
    };
  };
