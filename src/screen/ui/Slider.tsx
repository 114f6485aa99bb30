import { useRef, type KeyboardEvent, type PointerEvent } from 'react';
import styles from './slider.module.css';

export interface Slide {
  /** The stop that it stands at, from 0 to `last`. */
  readonly place: number;
  readonly last: number;
  /** What is written, said to those who do not see where it stands. */
  readonly text: string;
  readonly onSlide: (place: number) => void;
  readonly onSlideEnd: () => void;
  readonly onSlideCancel: () => void;
}

interface SliderProps extends Slide {
  readonly label: string;
}

/**
 * A value that slides from stop to stop, live: by pointer until it is let go, by arrow keys until Enter or until the
 * focus goes elsewhere. Escape puts it back.
 */
export function Slider({ label, place, last, text, onSlide, onSlideEnd, onSlideCancel }: SliderProps) {
  const held = useRef(false);
  const moved = useRef(false);
  const end = (finish: () => void): void => {
    if (moved.current) finish();
    moved.current = false;
  };
  const letGo = (finish: () => void): void => {
    held.current = false;
    end(finish);
  };
  // What is put back while it is still held stays there until the next press.
  const dropped = useRef(false);

  return (
    <input
      type="range"
      className={styles['slider']}
      aria-label={`${label}: slider`}
      aria-valuetext={text}
      min={0}
      max={last}
      step={1}
      value={place}
      onChange={(event) => {
        if (dropped.current) return;
        moved.current = true;
        onSlide(Number(event.target.value));
      }}
      onPointerDown={(event: PointerEvent<HTMLInputElement>) => {
        held.current = true;
        dropped.current = false;
        event.currentTarget.setPointerCapture(event.pointerId);
      }}
      onPointerUp={() => letGo(onSlideEnd)}
      onPointerCancel={() => letGo(onSlideCancel)}
      onBlur={() => end(onSlideEnd)}
      onKeyDown={(event: KeyboardEvent<HTMLInputElement>) => {
        if (event.key === 'Enter') end(onSlideEnd);
        if (event.key !== 'Escape' || !(moved.current || held.current)) return;
        event.preventDefault();
        event.stopPropagation();
        dropped.current = held.current;
        end(onSlideCancel);
      }}
    />
  );
}
