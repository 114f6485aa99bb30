// A dedicated worker, without the library of one: it gives back what it gets.
const scope = self as unknown as { postMessage(message: string): void };
addEventListener('message', (event: MessageEvent<string>) => scope.postMessage(event.data));
