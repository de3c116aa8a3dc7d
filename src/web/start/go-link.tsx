import type { ReactNode } from 'react';
import { type Address, goTo, linkTo } from '../work/address.ts';

/** A link to somewhere on the page; in a new tab too, as links are. */
export function GoLink({
  to,
  className,
  children,
}: {
  readonly to: Partial<Address>;
  readonly className?: string | undefined;
  readonly children: ReactNode;
}) {
  return (
    <a
      className={className}
      href={linkTo(to)}
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey) return;
        event.preventDefault();
        goTo(to);
        window.scrollTo(0, 0);
      }}
    >
      {children}
    </a>
  );
}
