import type { ReactNode } from 'react';
import { goTo, useAddress } from '../work/address.ts';

/** What a figure is, as «Varför?» asks for it. */
export type Figure = {
  /** `cash@ica-fliseryd@2021`, or the key of a calculation. */
  readonly what: string;
  /** Key of the alternative; the baseline unless stated. */
  readonly alternative?: string | undefined;
  /** From where a calculation is seen. */
  readonly view?: string | undefined;
};

/** A figure that opens its explanation beside it. */
export function Door({
  figure,
  children,
  label,
}: {
  readonly figure: Figure;
  readonly children: ReactNode;
  /** What it is, for who cannot see what it stands beside. */
  readonly label?: string | undefined;
}) {
  const { why, whyOf, whyView } = useAddress();
  const isOpen = why === figure.what && whyOf === figure.alternative && whyView === figure.view;
  return (
    <button
      type="button"
      className="door"
      aria-expanded={isOpen}
      aria-haspopup="dialog"
      title={label}
      onClick={() => goTo({ why: figure.what, whyOf: figure.alternative, whyView: figure.view })}
    >
      {children}
    </button>
  );
}
