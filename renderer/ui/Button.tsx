import type { ComponentPropsWithRef, ReactElement } from 'react';

type Look = 'plain' | 'primary' | 'danger' | 'quiet';

interface ButtonProps extends Omit<ComponentPropsWithRef<'button'>, 'disabled' | 'type'> {
  readonly look?: Look;
  readonly size?: 'bar' | 'form' | 'icon';
  readonly type?: 'button' | 'submit';
  /** Cannot be used now; it stays reachable, so that its reason can be heard. */
  readonly blocked?: boolean;
}

/** A button of the window's one kind. Blocked ones keep the focus and do nothing. */
export function Button({
  look = 'plain',
  size = 'bar',
  type = 'button',
  blocked = false,
  onClick,
  className = '',
  ...rest
}: ButtonProps): ReactElement {
  return (
    <button
      {...rest}
      type={type}
      className={`button button--${look} button--${size} ${className}`}
      aria-disabled={blocked || undefined}
      onClick={(event) => {
        if (blocked) {
          event.preventDefault();
          return;
        }
        onClick?.(event);
      }}
    />
  );
}
