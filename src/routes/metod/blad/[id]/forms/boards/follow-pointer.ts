interface Following {
  readonly onmove: (event: PointerEvent) => void;
  /** `isLetGo` is false where the browser took the pointer away. */
  readonly onend: (isLetGo: boolean) => void;
}

/** Follows a pointer that went down on an element, and no other, until it is let go. */
export function followPointer(event: PointerEvent, { onmove, onend }: Following): void {
  const { pointerId } = event;
  const element = event.currentTarget as HTMLElement;
  element.setPointerCapture(pointerId);
  const over = new AbortController();
  const listen = (name: 'pointermove' | 'pointerup' | 'pointercancel', act: (each: PointerEvent) => void): void =>
    element.addEventListener(name, (each) => each.pointerId === pointerId && act(each), { signal: over.signal });
  const end = (isLetGo: boolean): void => {
    over.abort();
    onend(isLetGo);
  };
  listen('pointermove', onmove);
  listen('pointerup', () => end(true));
  listen('pointercancel', () => end(false));
}
