// The floor for an edit: what is typed goes through a worker and comes back as a text.
const worker = new Worker(new URL('./round-trip-worker.ts', import.meta.url), { type: 'module' });
const answer = document.querySelector('output');
document
  .querySelector('input')
  ?.addEventListener('input', (event) => worker.postMessage((event.target as HTMLInputElement).value));
worker.addEventListener('message', (event: MessageEvent<string>) => {
  if (answer) answer.textContent = event.data;
});
