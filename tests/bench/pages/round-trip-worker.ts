const scope = self as unknown as {
  postMessage(message: string): void;
  onmessage: ((event: MessageEvent<string>) => void) | null;
};
scope.onmessage = (event) => scope.postMessage(event.data);
