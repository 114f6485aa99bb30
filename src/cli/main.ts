import { parseArgs } from 'node:util';
import { evaluateCommand } from './evaluate.ts';
import { fitUslCommand } from './fit-usl.ts';
import { pictureCommand } from './picture.ts';
import { readSeconds, usageError, type CommandLine } from './command-line.ts';
import manifest from '../../package.json' with { type: 'json' };

const USAGE = `nineboard: what an architecture promises, computed

  nineboard evaluate FILE [--json] [--within TIME]
      availability, downtime and what holds it back, and how long answers take, for every design of a scenario
      --json     one JSON object instead of the report; of a fault tree also with the number of minimal cut sets
      --within   also the share of requests that are answered well within a time, such as "250 ms"; may be repeated

  nineboard picture FILE [--design NAME] [--theme light|dark]
      the board as SVG
      --design   a design by its name or number (1 is the first)
      --theme    light unless told

  nineboard fit-usl FILE [--json]
      the Universal Scalability Law fitted to a load test: on every line a load and its throughput
      --json     one JSON object: sigma, kappa, gamma, nMax, rSquared, intervals (at 95 %), residuals, findings

  nineboard --help | --version

Of evaluate and picture, FILE is a .nineboard.json file or fault trees in the Open-PSA format (XML), or - for standard input.
Exit status: 0, also with findings; 1 when the file or a field in it is wrong (each on a line of its own: path: message, of XML line n: message);
2 when the command line is.`;

const COMMANDS: Readonly<Record<string, (line: CommandLine) => Promise<number>>> = {
  evaluate: evaluateCommand,
  picture: pictureCommand,
  'fit-usl': fitUslCommand,
};

async function main(argv: readonly string[]): Promise<number> {
  let parsed;
  try {
    parsed = parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        json: { type: 'boolean', default: false },
        within: { type: 'string', multiple: true, default: [] },
        design: { type: 'string' },
        theme: { type: 'string', default: 'light' },
        help: { type: 'boolean', short: 'h', default: false },
        version: { type: 'boolean', short: 'v', default: false },
      },
    });
  } catch (error) {
    return usageError((error as Error).message);
  }
  const { values, positionals } = parsed;
  if (values.version) {
    process.stdout.write(`${manifest.version}\n`);
    return 0;
  }
  const [name, file, ...rest] = positionals;
  if (values.help || name === undefined || name === 'help') {
    process.stdout.write(`${USAGE}\n`);
    return values.help || name === 'help' ? 0 : 2;
  }
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!command) return usageError(`there is no command "${name}"`);
  if (file === undefined) return usageError(`${name} needs a FILE`);
  if (rest.length > 0) return usageError(`one file at a time, not also ${rest.join(', ')}`);
  const limits = values.within.map(readSeconds);
  const wrong = limits.find((limit) => typeof limit === 'string');
  if (wrong !== undefined) return usageError(`--within: ${wrong}`);
  const within = limits.filter((limit) => typeof limit === 'number');
  return command({ file, json: values.json, design: values.design, theme: values.theme, within });
}

process.exitCode = await main(process.argv.slice(2));
