// Scenarios of any size for benchmarks: one client, a balancer, layers of services that share databases and caches.

const WIDTH = 8;

/** A scenario document of `count` components on a grid, every component reached by the one journey. */
export function layeredScenario(count) {
  const components = {
    users: { kind: 'client', name: 'Users', rate: '100 req/s', objectives: { availability: '99.9 %' } },
  };
  const calls = [];
  // On a board about twice as wide as high.
  const rows = Math.ceil(Math.sqrt(count));
  const at = { users: [0, 0] };
  const ids = ['users'];
  for (let index = 1; index < count; index++) {
    const id = `part-${index}`;
    const database = index % 4 === 3;
    components[id] = {
      kind: database ? 'database' : index % 7 === 5 ? 'cache' : 'service',
      name: `Part ${index}`,
      replicas: 1 + (index % 4),
      up: database ? '99.95 %' : '99.9 %',
      ...(index % 7 === 5 && !database ? { hitRatio: '90 %' } : {}),
    };
    at[id] = [240 * (1 + Math.floor((index - 1) / rows)), 130 * ((index - 1) % rows)];
    const first = Math.max(0, index - WIDTH);
    calls.push({ from: ids[index <= WIDTH ? 0 : first], to: id });
    if (index > 2 * WIDTH && database) calls.push({ from: ids[index - WIDTH - 1], to: id });
    ids.push(id);
  }
  return {
    format: 'nineboard/1',
    title: `${count} components`,
    designs: [{ name: 'today', components, calls }],
    at,
  };
}
