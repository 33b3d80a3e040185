type Props = {
  label: string;
  /** Of the whole, 0 to 1; null: nobody knows. */
  share: number | null;
  isThin?: boolean;
};

/** How far something is on its way. */
export function ProgressBar({ label, share, isThin }: Props) {
  return (
    <progress
      aria-label={label}
      {...(share !== null && { value: Math.min(1, share) })}
      max={1}
      className={`block w-full appearance-none bg-rule accent-accent [&::-moz-progress-bar]:bg-accent [&::-webkit-progress-bar]:bg-rule [&::-webkit-progress-value]:bg-accent ${isThin ? "h-[3px]" : "h-[5px]"}`}
    />
  );
}
