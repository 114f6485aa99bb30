import type { Page } from '@playwright/test';

interface Legibility {
  /** Texts of which a part lies outside what shows them, with no ellipsis and title to make up for it. */
  readonly clipped: readonly string[];
  /** Texts that stand on other texts of the same part of the screen. */
  readonly overlapping: readonly string[];
  /** Texts in letters of less than 12 pixels. */
  readonly small: readonly string[];
  /** Numbers in fields that are wider than their field. */
  readonly cutFields: readonly string[];
  /** By how many pixels the page is wider than the window. */
  readonly overflow: number;
}

/** Looks at every text on the screen as it is drawn: nothing cut off, nothing over another, nothing too small. */
export function legibility(page: Page): Promise<Legibility> {
  return page.evaluate(() => {
    type Box = { left: number; right: number; top: number; bottom: number };
    const TOLERANCE = 1.5;
    const clipped: string[] = [];
    const small: string[] = [];
    const drawn = new Map<Element | null, { formula: boolean; node: Node; text: string; box: Box }[]>();

    /** Asked once of each element: a page has hundreds of texts in the same dozen boxes. */
    const remembered = <Answer>(ask: (element: Element) => Answer): ((element: Element) => Answer) => {
      const answers = new Map<Element, Answer>();
      return (element) => {
        const known = answers.get(element);
        if (known !== undefined) return known;
        const answer = ask(element);
        answers.set(element, answer);
        return answer;
      };
    };

    const unseen = remembered(
      (element) =>
        element.closest(
          '.visually-hidden, #recharts_measurement_span, script, style, noscript, option, [hidden], title, annotation',
        ) !== null || !element.checkVisibility({ opacityProperty: true, visibilityProperty: true }),
    );
    const empty = ({ left, right, top, bottom }: Box): boolean => right - left < 1 || bottom - top < 1;

    /** What an element shows of what is in it, and how it does so. */
    const frameOf = remembered((element) => {
      const style = getComputedStyle(element);
      const outside = element.getBoundingClientRect();
      const html = element instanceof HTMLElement ? element : null;
      const zoom = html !== null && html.offsetWidth > 0 ? outside.width / html.offsetWidth : 1;
      const [left, top] = [outside.left, outside.top];
      const inside: Box =
        html === null
          ? outside
          : {
              left: left + html.clientLeft * zoom,
              top: top + html.clientTop * zoom,
              right: left + (html.clientLeft + html.clientWidth) * zoom,
              bottom: top + (html.clientTop + html.clientHeight) * zoom,
            };
      const pannable = element.classList.contains('react-flow');
      const scrolls = (overflow: string): boolean => pannable || overflow === 'auto' || overflow === 'scroll';
      // The whole text is a pointer's rest away.
      const toldInFull = element.closest('[title]') !== null;
      const lines = style.webkitLineClamp !== 'none' && toldInFull;
      return {
        inside,
        holds: { x: style.overflowX !== 'visible', y: style.overflowY !== 'visible' },
        scrolls: { x: scrolls(style.overflowX), y: scrolls(style.overflowY) },
        shortened: { x: (style.textOverflow === 'ellipsis' && toldInFull) || lines, y: lines },
        padding: Number.parseFloat(style.paddingRight) * zoom,
        fixed: style.position === 'fixed',
        letters: Number.parseFloat(style.fontSize),
        // Kept for screen readers where only an icon is drawn.
        spoken: style.clipPath === 'inset(50%)',
      };
    });

    /** What of the box is left inside an element that scrolls or cuts, or null when it is cut without a word. */
    const within = (
      { inside, holds, scrolls, shortened, padding }: ReturnType<typeof frameOf>,
      box: Box,
    ): Box | null => {
      const cutsX = holds.x && (box.left < inside.left - TOLERANCE || box.right > inside.right + TOLERANCE);
      // Lines are often lower than the letters' box, so that a bit of its empty edge may be missing.
      const slack = TOLERANCE + (box.bottom - box.top) * 0.2;
      const cutsY = holds.y && (box.top < inside.top - slack || box.bottom > inside.bottom + slack);
      if (cutsX && !scrolls.x && !shortened.x) return null;
      if (cutsY && !scrolls.y && !shortened.y) return null;
      // The dots of a shortened text end where the padding begins.
      const inset = cutsX && shortened.x ? padding : 0;
      return {
        left: holds.x ? Math.max(box.left, inside.left) : box.left,
        right: holds.x ? Math.min(box.right, inside.right - inset) : box.right,
        top: holds.y ? Math.max(box.top, inside.top) : box.top,
        bottom: holds.y ? Math.min(box.bottom, inside.bottom) : box.bottom,
      };
    };

    const where = (text: string, element: Element): string =>
      `"${text}" in ${element.closest('[class]')?.getAttribute('class') ?? element.tagName}`;

    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const text = node.textContent?.trim() ?? '';
      const element = node.parentElement;
      if (text === '' || element === null || unseen(element) || frameOf(element).spoken) continue;
      range.selectNodeContents(node);
      for (const rect of range.getClientRects()) {
        let box: Box | null = { left: rect.left, right: rect.right, top: rect.top, bottom: rect.bottom };
        if (empty(box)) continue;
        for (
          let around: Element | null = element;
          around !== null && around !== document.body && box !== null && !empty(box);
          around = around.parentElement
        ) {
          const frame = frameOf(around);
          box = within(frame, box);
          if (frame.fixed) break;
        }
        if (box !== null && empty(box)) continue;
        if (
          box === null ||
          box.left < -TOLERANCE ||
          box.right > innerWidth + TOLERANCE ||
          box.top < -TOLERANCE ||
          box.bottom > innerHeight + TOLERANCE
        ) {
          clipped.push(where(text, element));
          continue;
        }
        const part = element.closest(
          'dialog, [popover], [role="menu"], [role="toolbar"], [role="status"], section, aside, header, main, .react-flow__node',
        );
        const beside = drawn.get(part) ?? [];
        if (beside.length === 0) drawn.set(part, beside);
        beside.push({ formula: element.closest('math') !== null, node, text, box });
      }
      const { letters } = frameOf(element);
      if (letters < 12) small.push(`${where(text, element)}: ${letters} px`);
    }

    const overlapping = [...drawn.values()].flatMap((beside) =>
      beside.flatMap((one, index) =>
        beside.slice(index + 1).flatMap((other) => {
          const across = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
          const down = Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top);
          // Signs of a formula may stand in each other's boxes.
          if (one.formula && other.formula) return [];
          const height = Math.min(one.box.bottom - one.box.top, other.box.bottom - other.box.top);
          const apart = one.node === other.node || across < 2 || down < height * 0.35;
          return apart ? [] : [`"${one.text}" and "${other.text}"`];
        }),
      ),
    );
    const cutFields = [...document.querySelectorAll('input')]
      .filter((input) => !unseen(input) && !input.readOnly && document.activeElement !== input)
      .filter((input) => /\d/.test(input.value) && input.scrollWidth > input.clientWidth + 1)
      .map((input) => `${input.value} (${input.ariaLabel ?? input.labels?.[0]?.textContent ?? ''})`);
    return { clipped, overlapping, small, cutFields, overflow: document.documentElement.scrollWidth - innerWidth };
  });
}

/** What a finger cannot hit: controls that do not answer in the 44 by 44 pixels around their middle. */
export function missedTargets(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const controls = document.querySelectorAll<HTMLElement>(
      'button, a[href], input, select, textarea, summary, [role="tab"], [role="menuitem"], [role="menuitemradio"], [role="option"]',
    );
    const layer = document.querySelector('dialog[open], [popover]:popover-open') ?? document.body;
    return [...controls].flatMap((control) => {
      if (!layer.contains(control) || !control.checkVisibility({ opacityProperty: true, visibilityProperty: true }))
        return [];
      const box = control.getBoundingClientRect();
      const middle = { x: box.left + box.width / 2, y: box.top + box.height / 2 };
      const own = (hit: Element | null): boolean =>
        hit !== null &&
        (control.contains(hit) ||
          [...((('labels' in control ? control.labels : null) as NodeListOf<HTMLLabelElement> | null) ?? [])].some(
            (label) => label.contains(hit),
          ));
      // What has been scrolled out of sight is not a target now.
      if (!own(document.elementFromPoint(middle.x, middle.y))) return [];
      if (Math.min(box.width, box.height) >= 43.5) return [];
      const REACH = 21.5;
      const reaches = [
        [-REACH, 0],
        [REACH, 0],
        [0, -REACH],
        [0, REACH],
      ].every(([dx = 0, dy = 0]) => {
        const x = middle.x + dx;
        const y = middle.y + dy;
        // At the edge of what scrolls, the rest comes into sight with a swipe.
        const cut = control
          .closest('[class*="panel"], [class*="options"], [class*="palette"], dialog, [role="menu"]')
          ?.getBoundingClientRect();
        const outside = cut !== undefined && (x < cut.left || x > cut.right || y < cut.top || y > cut.bottom);
        return outside || own(document.elementFromPoint(x, y));
      });
      return reaches
        ? []
        : [
            `${control.ariaLabel ?? control.textContent?.trim() ?? ''} (${control.tagName.toLowerCase()}, ${Math.round(box.width)} × ${Math.round(box.height)})`,
          ];
    });
  });
}
