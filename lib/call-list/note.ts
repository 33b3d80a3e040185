/** What was typed since, below the words of an outcome that was not recorded or was taken back. */
export function withReturned(typed: string, returned: string): string {
  if (returned === "" || typed.trim() === returned) return typed;
  return typed.trim() === "" ? returned : `${returned}\n${typed}`;
}
