/** What tells whether an input method has the key. */
interface MaybeComposing {
  readonly isComposing: boolean;
  readonly keyCode: number;
}

/** What a browser gives as `keyCode` for a key that an input method takes (UI Events, "Legacy key models"). */
const takenByInputMethod = 229;

/**
 * Whether a key belongs to what an input method composes: its Enter takes a candidate, its Escape throws one away. Safari, and some
 * input methods at the key that begins or ends a composition, say so by the key code alone.
 */
export function isComposing({ isComposing: composing, keyCode }: MaybeComposing): boolean {
  return composing || keyCode === takenByInputMethod;
}

/** A key handler that never sees what an input method composes. Every handler of keys is one: a lint rule asks for it. */
export function unlessComposing<Key extends MaybeComposing | { readonly nativeEvent: MaybeComposing }>(
  act: (event: Key) => void,
): (event: Key) => void {
  return (event) => {
    if (!isComposing('nativeEvent' in event ? event.nativeEvent : event)) act(event);
  };
}
