'use client';

import { Menu as Base } from '@base-ui/react/menu';
import clsx from 'clsx';
import type { ReactElement, ReactNode } from 'react';
import { Kbd } from './kbd';

const itemClass =
  'flex min-h-8 w-full cursor-default select-none items-center gap-2 rounded-sm px-2 text-left text-sm outline-none data-disabled:opacity-55 data-highlighted:bg-hover data-highlighted:outline-1 data-highlighted:outline-line-strong';

type MenuProps = { trigger: ReactElement; children: ReactNode; align?: 'start' | 'center' | 'end' };

/** A list of commands behind a button. */
export function Menu({ trigger, children, align = 'start' }: MenuProps) {
  return (
    <Base.Root>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner align={align} sideOffset={4} collisionPadding={8} className="z-50 outline-none">
          <Base.Popup className="max-h-(--available-height) min-w-48 max-w-80 overflow-y-auto rounded-md border border-line bg-raised p-1 text-ink shadow-overlay outline-none">
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

type MenuItemProps = {
  onSelect: () => void;
  children: ReactNode;
  icon?: ReactNode;
  kbd?: string;
  danger?: boolean;
  disabled?: boolean;
};

export function MenuItem({ onSelect, children, icon, kbd, danger = false, disabled }: MenuItemProps) {
  return (
    <Base.Item onClick={onSelect} disabled={disabled} className={clsx(itemClass, danger && 'text-danger')}>
      {icon}
      <span className="flex-1">{children}</span>
      {kbd ? <Kbd keys={kbd} /> : null}
    </Base.Item>
  );
}

/** A choice of one among several, shown with its state. */
export function MenuRadio<Value extends string>(props: {
  label: ReactNode;
  value: Value;
  onValueChange: (value: Value) => void;
  options: readonly { value: Value; label: ReactNode; icon?: ReactNode }[];
}) {
  return (
    <Base.RadioGroup value={props.value} onValueChange={(value: Value) => props.onValueChange(value)}>
      <MenuLabel>{props.label}</MenuLabel>
      {props.options.map((option) => (
        <Base.RadioItem key={option.value} value={option.value} className={itemClass} closeOnClick>
          {option.icon}
          <span className="flex-1">{option.label}</span>
          <Base.RadioItemIndicator className="size-1.5 rounded-full bg-accent" data-mark="" />
        </Base.RadioItem>
      ))}
    </Base.RadioGroup>
  );
}

export function MenuSeparator() {
  return <Base.Separator className="-mx-1 my-1 border-line border-t" />;
}

/** A line of plain text in a menu: who is signed in, what a group is. */
export function MenuLabel({ children }: { children: ReactNode }) {
  return <div className="px-2 pt-1.5 pb-1 text-muted text-xs">{children}</div>;
}
