import { ChevronDown } from 'lucide-react';
import { Popover as Primitive } from 'radix-ui';
import type { ReactElement, ReactNode } from 'react';
import { isComposing } from '../keys/composing.ts';
import './popover.css';

interface PopoverProps {
  readonly label: ReactNode;
  /** What the panel is called for a screen reader. */
  readonly title: string;
  /** Something is chosen in it. */
  readonly active?: boolean;
  readonly children: ReactNode;
}

/** A button with a panel under it, closed by Escape and by a press elsewhere. */
export function Popover({ label, title, active = false, children }: PopoverProps): ReactElement {
  return (
    <Primitive.Root>
      <Primitive.Trigger className={`chip${active ? ' chip--active' : ''}`}>
        {label}
        <ChevronDown aria-hidden="true" />
      </Primitive.Trigger>
      <Primitive.Portal>
        <Primitive.Content
          className="popover"
          align="start"
          sideOffset={4}
          collisionPadding={8}
          aria-label={title}
          onEscapeKeyDown={(event) => {
            if (isComposing(event)) event.preventDefault();
          }}
        >
          {children}
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  );
}
