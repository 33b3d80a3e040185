/** An e-mail address; too long for its place it breaks behind the @. */
export function EmailAddress({ email }: { email: string }) {
  const [name, ...domain] = email.split("@");
  return (
    <>
      {name}
      {domain.length > 0 && "@"}
      <wbr />
      {domain.join("@")}
    </>
  );
}
