export const byId = (id) => document.getElementById(id);

/** Makes an element; functions become listeners, what is undefined is left out. */
export function make(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (typeof value === 'function') element.addEventListener(name, value);
    else if (value !== undefined) element.setAttribute(name, value);
  }
  element.append(...children);
  return element;
}

export function write(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

export function option(value, text) {
  return make('option', { value }, text);
}

/** Sets a control's value, but never under a person's hands. */
export function setUnlessUsed(control, value) {
  if (document.activeElement !== control && control.value !== value) control.value = value;
}

/** Puts the options into a select when they have changed, and keeps what is chosen. */
export function setOptions(select, options) {
  const key = JSON.stringify(options);
  if (select.dataset.options === key) return;
  const chosen = select.value;
  select.replaceChildren(...options.map(([value, text]) => option(value, text)));
  if (options.some(([value]) => value === chosen)) select.value = chosen;
  select.dataset.options = key;
}

/** Keeps one element for each item, in order; focus and open lists survive. */
export function keep(parent, items, keyOf, create, now) {
  const kept = new Map([...parent.children].map((element) => [element.dataset.key, element]));
  let place = parent.firstElementChild;
  for (const item of items) {
    const key = keyOf(item);
    let element = kept.get(key);
    kept.delete(key);
    if (element === undefined) {
      element = create(item);
      element.dataset.key = key;
    }
    if (element === place) place = place.nextElementSibling;
    else parent.insertBefore(element, place);
    element.show(item, now);
  }
  for (const element of kept.values()) element.remove();
}

export function duration(ms) {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  const rest = String(seconds % 60).padStart(2, '0');
  const minutes = Math.floor(seconds / 60);
  return minutes < 60 ? `${minutes}:${rest}` : `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}:${rest}`;
}
