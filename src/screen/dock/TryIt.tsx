import { Button } from '../ui/Button.tsx';

interface TryItProps {
  /** What would be tried. */
  readonly name: string;
  /** Not while the answer it stands in is about an earlier design. */
  readonly mayTry: boolean;
  readonly onTry: () => void;
}

/** In a row of a table: shows what it is about as a what-if, without choosing the row. */
export const TryIt = ({ name, mayTry, onTry }: TryItProps) => (
  <Button
    disabled={!mayTry}
    aria-label={`Try it: ${name}`}
    onClick={(event) => {
      event.stopPropagation();
      onTry();
    }}
  >
    Try it
  </Button>
);
