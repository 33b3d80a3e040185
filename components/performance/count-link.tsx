import Link from "next/link";
import { useFormatter } from "next-intl";

type Props = {
  count: number;
  /** What is counted, for who hears the number alone. */
  label: string;
  href: string;
  className?: string;
};

/** A number that opens the leads it counts; nobody's opens nothing. */
export function CountLink({ count, label, href, className = "" }: Props) {
  const format = useFormatter();
  if (count === 0) return <span className={className}>{format.number(0)}</span>;
  return (
    <Link
      href={href}
      prefetch={false}
      aria-label={`${label}: ${format.number(count)}`}
      className={`underline-offset-4 hover:underline ${className}`}
    >
      {format.number(count)}
    </Link>
  );
}
