export type Memory = {
  /** Bytes in use, once nothing is left that nobody needs. */
  readonly heap: number;
  /** Bytes that the process takes. */
  readonly resident: number;
};

type Answer = { readonly id?: number; readonly result?: { readonly result?: { readonly value?: unknown } } };

/** Looks into a process of Node that was started with `--inspect` on the port. */
export async function openInspector(port: number) {
  const listed = await fetch(`http://127.0.0.1:${port}/json/list`);
  const [target] = (await listed.json()) as { webSocketDebuggerUrl: string }[];
  if (!target) throw new Error("There is nothing to look into.");
  const socket = new WebSocket(target.webSocketDebuggerUrl);
  const asked = new Map<number, (answer: Answer) => void>();
  let turn = 0;
  socket.addEventListener("message", ({ data }) => {
    const answer = JSON.parse(String(data)) as Answer;
    if (answer.id !== undefined) asked.get(answer.id)?.(answer);
  });
  await new Promise<void>((resolve, reject) => {
    socket.addEventListener("open", () => resolve());
    socket.addEventListener("error", () => reject(new Error("The process can not be looked into.")));
  });

  function ask(method: string, params: Readonly<Record<string, unknown>> = {}): Promise<Answer> {
    const id = ++turn;
    return new Promise((resolve) => {
      asked.set(id, resolve);
      socket.send(JSON.stringify({ id, method, params }));
    });
  }

  return {
    async readMemory(): Promise<Memory> {
      await ask("HeapProfiler.collectGarbage");
      const said = await ask("Runtime.evaluate", {
        expression: "JSON.stringify(process.memoryUsage())",
        returnByValue: true,
      });
      const { heapUsed, rss } = JSON.parse(String(said.result?.result?.value)) as { heapUsed: number; rss: number };
      return { heap: heapUsed, resident: rss };
    },
    close: () => socket.close(),
  };
}
