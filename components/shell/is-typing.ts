/** Whether a key press belongs to a field, so that single-letter keys leave it alone. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return (
    target.isContentEditable ||
    target.matches("input:not([type='range']), textarea, select, [role='combobox'], [role='listbox'] *")
  );
}
