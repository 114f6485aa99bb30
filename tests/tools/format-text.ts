/** The prose of docs/scenario-format.md; `{{…}}` are the tables that `make-docs.ts` fills in. */
export const FORMAT_TEXT = `# The scenario format, nineboard/1

A scenario is one JSON document. It is what a file holds, what a link carries and what the command line reads. This page
is made from the program's own tables (\`npx vitest run tests/model/docs.test.ts -u\`); the same tables make the
[JSON Schema](../public/nineboard-1.schema.json) that an editor can check a file with.

\`\`\`json
{
  "format": "nineboard/1",
  "title": "Checkout",
  "variables": { "peak": "8000 req/s" },
  "designs": [
    {
      "name": "today",
      "components": {
        "shoppers": { "kind": "client", "rate": "peak", "objectives": { "availability": "99.99 %" } },
        "app": { "kind": "service", "name": "App", "replicas": 3, "up": "99 %" },
        "db": { "kind": "database", "replicas": 2, "up": "99.9 %" }
      },
      "calls": [
        { "from": "shoppers", "to": "app" },
        { "from": "app", "to": "db", "timeout": "400 ms" }
      ]
    }
  ],
  "at": { "app": [462, 156] }
}
\`\`\`

Only \`format\` and \`designs\` have to be there, and of a design \`name\` and \`components\`. Everything else has a
default, and every default is neutral: what is not written does nothing.

| key | what it holds |
|---|---|
| \`format\` | \`"nineboard/1"\` |
| \`title\`, \`notes\` | texts |
| \`variables\` | numbers by name; any value may use them |
| \`designs\` | alternatives or stages, at least one: \`name\`, \`components\`, \`calls\`, \`domains\`, \`regions\`, and perhaps \`id\` and \`notes\` |
| \`objectives\` | for the whole: \`cost\`, \`durability\`, \`consistency\` (kept; no number uses them yet) |
| \`at\` | where components and domains stand on the board, by id: the upper left corner, for all designs. Of a component and a domain with one id, it is the component's. No number depends on it |
| \`texts\` | free notes on the board by id: \`text\` and \`at\` |

An **id** is the key of a component, domain, region or text: letters, digits, spaces inside, and \`_ . : / - @ #\`, but
not \`->\`. A call may have an \`id\`; without one it is \`from->to\`, numbered from the second of the same pair on
(\`app->db\`, \`app->db#2\`).

A key that is not in these tables is an error that names it: it is misspelt, or the file comes from a newer version. The
number in \`format\` rises when the format grows, and older files are brought along.

## Values

Wherever a number stands, a text with a unit may stand instead, or a variable, or a formula.

{{units}}

- Years have 8,760 h and months 730 h. \`k\`, \`M\` and \`G\` right behind a number are thousands, millions and billions.
  \`1,000\` is a thousand; decimals take a point.
- An availability may be a share (\`99.95 %\`), a number of nines (\`4 nines\` is 99.99 %, \`3.5 nines\` works too) or
  downtime (\`20 min/month\`, \`3 h a year\`). It is turned into unavailability on its decimal digits, so that
  \`99.9999999 %\` is exactly 1e-9.
- **Formulas** have \`+ - * / ^\`, parentheses and the functions \`min max abs sqrt exp log log10 round ceil floor pow\`:
  \`2 * peak / 3\`, \`max(40 ms, 2 * rtt)\`. At most 200 characters, 30 parentheses inside each other and 100 parts. Units
  are checked all the way: a rate times a time is a plain number, and 40 ms + 2 req/s is an error.
- A **variable** is a name of letters, digits and \`_\`, and may use other variables. A unit's name cannot be one.
- A **range** is \`"99.9 % to 99.99 %"\` or \`"10 to 20 ms (uniform)"\`. Its centre is the geometric mean of its ends (of
  the unavailabilities, for an availability), and today the centre is what is computed with.
- A unit that does not belong is an error at that field ("3 req/s is not a time"), never another number.

A **time** is a value, or a distribution:

| written | is |
|---|---|
| \`"40 ms"\` | always that long |
| \`{"p50": "31 ms", "p99": "140 ms"}\` | lognormal with these quantiles; always that long where both are the same |
| \`{"distribution": "exponential", "mean": …}\` | exponential |
| \`{"distribution": "erlang", "mean": …, "stages": …}\` | Erlang |
| \`{"distribution": "gamma", "mean": …, "shape": …}\` | gamma |
| \`{"distribution": "weibull", "scale": …, "shape": …}\` | Weibull |
| \`{"distribution": "lognormal", "median": …, "sigma": …}\` | lognormal |
| \`{"distribution": "pareto", "scale": …, "alpha": …}\` | Pareto; without a mean where alpha is at most 1 |
| \`{"mixture": [{"weight": 0.95, "time": …}, …]}\` | one of several, by weights that add up to 1 |
| \`{"quantiles": {"0.5": …, "0.99": …}}\` | a table as measured, by shares from 0 to 1 (\`"0.99"\` or \`"99 %"\`) |
| \`{"samples": [ … ]}\` | raw measurements, each as likely as the other |

A quantile is the smallest time within which that share of requests is answered. A **table of quantiles** has rising times.
Between two of its points the logarithm of the share that takes longer falls in a straight line (each piece is exponential),
from a share of 1 at 0 s on; several shares with the same time are that share at that very time. A last point at 1 is
the longest time, and the piece before it is even. Without one, the share goes on falling as it last fell.

How often something **is up** is an availability, \`{"probability": …, "mttr": …}\` or \`{"mtbf": …, "mttr": …}\`. With the
latter the unavailability is mttr / (mtbf + mttr), mtbf being the mean time up. The mean time to repair also says how often
outages come and how long they last: without it both are unknown. A part that is missing or too much is an error there.

## Components

Everything may carry:

{{labels}}

"Used today: not yet" means that the value is checked and kept, that no number depends on it yet, and that the report
says so (\`not-computed-yet\`).

{{kinds}}

## Calls

An arrow \`{"from": id, "to": id}\`, "from calls to". A ring of calls is an error that names its members.

{{calls}}

## Domains and regions

What fails together. \`domains\` of a design are kept by id, and named by components and by other domains. A region has a
\`name\` and \`notes\`; it is for network times and prices, and fails only through a domain.

{{domains}}

## How it is read

1. **Neutral defaults.** Absent means: one replica, one needed, never down, no errors, no time, unlimited workers and
   queues, a worker held for its own work only, hit ratio 0, called once, for certain, in step 1, required, synchronous,
   without timeout or retries. Only the target load has another default, 70 %. An external without \`up\` takes its
   \`contract.sla\`, and the report says so.
2. **Replicas.** One replica is down with q = 1 − up. With shared failures β each fails alone with (1 − β)q, and the whole
   group with βq, all independent. β has no effect on a group of one. The group works while \`needed\` replicas are up;
   \`majority\` is half of them, rounded down, and one more. A sharded store needs all of them.
3. **\`"needed": "capacity"\`** is the smallest number of replicas up whose workers are busy at most \`target\` of the time:
   rate × time for which a worker is held / (workers × target), rounded up, σ and κ of so many replicas counted. The rate is
   what reaches the component from the clients with everything up: times, chances, cache misses, gates and all that is
   sent again counted. Without \`workers\` it is 1. When more are needed than there are, the group counts as down and the
   report says so (\`load/capacity-short\`).
4. **Works.** A component works when its group does and every required, synchronous callee works. A journey works when its
   client does. A component that is reached over two ways counts once.
5. **Chances.** Each visit to a component draws its own branches: whether a call with a \`probability\` is made, whether a
   cache hits. So what only 5 % of requests need fails only those when it is down.
6. **Optional and async.** A failure behind an optional or async call does not fail the caller. A queue answers once it
   has taken the message; what it calls is async.
7. **Any of.** A gate has no failure of its own unless one is written; \`needed\` of its callees must work. Its mode is
   \`failover\` where one is needed and \`race\` where more are; \`failover\` for more than one is an error. Under a race a
   call with \`times\` N counts as N callees that share their outages. \`probability\`, \`optional\` and \`async\` on a gate's
   call are errors.
8. **Down** means by \`whenDown\`: \`refuse\`, an error at once; \`hang\`, no answer, so that every synchronous call to it
   needs a \`timeout\`; and of a cache \`bypass\`, where requests go on to what it calls.
9. **Planned downtime** is one more independent failure of the whole group, in series with it. \`20 min/month\` is one
   window of 20 minutes each month; a share such as \`99.95 %\` has no length, and how often and how long is then unknown.
10. **Spares.** Of a group's replicas the \`needed\` ones serve, and the others take over. With \`failover.coverage\` c, the
    share 1 − c of each serving replica's own failures takes the whole group down; the chance that one replica is down stays
    q in all. One of two: u = q − c · q(1 − q).
11. **Takeover.** \`failover.time\` and \`standby.time\` add up to the time for which the group is down whenever a serving
    replica fails: one more independent failure in series, with chance needed · w · time, where w = q / mttr is how often
    one replica fails. It lasts that time. Where replicas fail, a takeover time without an \`mttr\` is an error, and so is
    one that would fill more than all the time. Without a spare nothing can take over: 10 and 11 then change nothing, and
    the report says so (\`takeover-without-spare\`).
12. **Domains.** Those that a component lists are grouped by kind, in the order in which the kinds appear. Of each kind its
    replicas stand in one, dealt in turn: \`["a", "b", "cfg"]\` (two zones and a configuration) puts the first replica in a
    and cfg, the second in b and cfg, the third in a and cfg. A gate is one thing, and stands in the first of each kind. A
    replica is up only while its domains are, and everything that these stand in (\`in\`: an id, or a list). For the rest
    domains fail independently. An unknown id, one that is listed twice, and a ring of domains are errors at their place;
    what closes a ring is left out.
13. **One request** takes the component's own \`time\`, fails by itself with the chance \`errors\`, and makes its calls step by
    step. Within a step the first error of a required call ends it; optional calls are waited for until they have ended.
14. **One attempt of a call** takes \`network\` and the callee's answer, and ends at \`timeout\`. \`hedge\` later a copy is sent,
    unless the original has succeeded; the first success wins. \`retries\` follow an error or a timeout, each after
    \`backoff\`: one time, or \`{"first", "factor", "max"}\`, and with \`"jitter": "full"\` anything from 0 to it. \`deadline\`
    covers all of it. Retries where nothing but an answer ends a try are an error (\`call/retries-without-end\`). What is down
    fails every further attempt too.
15. **A client's \`latency\`** promises that the share \`quantile\` of its good answers comes within \`limit\`.
16. **Load.** \`rate\` is what a client sends at peak; it flows along the calls, with their times and chances, and with all
    that is sent again. Each replica has \`workers\`, a queue before them with \`queue\` places, and an equal share of what
    comes at random; \`"pooled": true\` makes it one queue, with the workers of all replicas and \`queue\` places in all. Who
    finds no place is turned away: an error at once. With \`"holds": "response"\` a worker is held until the calls that it
    waits for have answered too. \`target\` is how busy workers may be on average. A client without a rate brings no load,
    and the report says so where it matters (\`no-rate\`).
17. **What limits load.** \`pool\` keeps so many workers of each replica for one call, with \`queue\` places of its own; all
    other callers share the rest. \`retryBudget\` b lets through b further attempts for each first one, on average; the
    others are not made. \`breaker\` θ lets the caller send only as many attempts as keep the share of failed ones at θ;
    the others are an error at once, and may be tried again. A queue's \`consumerRate\` is the most that goes on from it.
18. **Growth.** \`growth\` is compounded month by month, of 730 hours; \`30 %/year\` is as much as twelve months of 2.21 %.
    \`average\` is what a client sends on average; \`leadTime\` says how long before it is needed more has to be ordered.

## Limits

{{caps}}

A component has at most 100,000 replicas, and a call is made at most 100,000 times. The keys \`__proto__\`,
\`constructor\` and \`prototype\` are refused. A value of more than 200 characters is an error at its field.

## Errors and findings

What is wrong with the document's form (a key, a type, a size) refuses the whole of it. What is wrong with a value (a unit,
120 %, more needed than there are, a call to nobody, a ring) is an error at that field: its neutral default is taken and
everything else still computes. The command line prints \`path: message\` for either, and ends with status 1. A finding is
no error: it stands in the report as \`{code, at, message}\`.
`;
