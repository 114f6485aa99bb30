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
    const drawn: { formula: boolean; node: Node; text: string; box: Box; part: Element | null }[] = [];

    const unseen = (element: Element): boolean =>
      element.closest(
        '.visually-hidden, #recharts_measurement_span, script, style, noscript, option, [hidden], title, annotation',
      ) !== null || !element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
    /** Kept for screen readers where only an icon is drawn. */
    const spoken = (element: Element): boolean => getComputedStyle(element).clipPath === 'inset(50%)';
    const empty = ({ left, right, top, bottom }: Box): boolean => right - left < 1 || bottom - top < 1;
    /** The whole text is a pointer's rest away. */
    const toldInFull = (element: Element): boolean => element.closest('[title]') !== null;

    /** What of the box is left inside an element that scrolls or cuts, or null when it is cut without a word. */
    const within = (element: Element, box: Box): Box | null => {
      const style = getComputedStyle(element);
      const pannable = element.classList.contains('react-flow');
      const { left, top } = element.getBoundingClientRect();
      const zoom =
        element instanceof HTMLElement && element.offsetWidth > 0
          ? element.getBoundingClientRect().width / element.offsetWidth
          : 1;
      const frame: Box =
        element instanceof HTMLElement
          ? {
              left: left + element.clientLeft * zoom,
              top: top + element.clientTop * zoom,
              right: left + (element.clientLeft + element.clientWidth) * zoom,
              bottom: top + (element.clientTop + element.clientHeight) * zoom,
            }
          : element.getBoundingClientRect();
      const cutsX =
        style.overflowX !== 'visible' && (box.left < frame.left - TOLERANCE || box.right > frame.right + TOLERANCE);
      // Lines are often lower than the letters' box, so that a bit of its empty edge may be missing.
      const slack = TOLERANCE + (box.bottom - box.top) * 0.2;
      const cutsY = style.overflowY !== 'visible' && (box.top < frame.top - slack || box.bottom > frame.bottom + slack);
      const scrolls = (overflow: string): boolean => pannable || overflow === 'auto' || overflow === 'scroll';
      const shortened = (style.textOverflow === 'ellipsis' || style.webkitLineClamp !== 'none') && toldInFull(element);
      if (cutsX && !scrolls(style.overflowX) && !shortened) return null;
      if (cutsY && !scrolls(style.overflowY) && !(style.webkitLineClamp !== 'none' && toldInFull(element))) return null;
      // The dots of a shortened text end where the padding begins.
      const inset = cutsX && shortened ? Number.parseFloat(style.paddingRight) * zoom : 0;
      const holds = { x: style.overflowX !== 'visible', y: style.overflowY !== 'visible' };
      return {
        left: holds.x ? Math.max(box.left, frame.left) : box.left,
        right: holds.x ? Math.min(box.right, frame.right - inset) : box.right,
        top: holds.y ? Math.max(box.top, frame.top) : box.top,
        bottom: holds.y ? Math.min(box.bottom, frame.bottom) : box.bottom,
      };
    };

    const where = (text: string, element: Element): string =>
      `"${text}" in ${element.closest('[class]')?.getAttribute('class') ?? element.tagName}`;

    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const text = node.textContent?.trim() ?? '';
      const element = node.parentElement;
      if (text === '' || element === null || unseen(element) || spoken(element)) continue;
      range.selectNodeContents(node);
      for (const rect of range.getClientRects()) {
        let box: Box | null = { left: rect.left, right: rect.right, top: rect.top, bottom: rect.bottom };
        if (empty(box)) continue;
        for (
          let around: Element | null = element;
          around !== null && around !== document.body && box !== null && !empty(box);
          around = around.parentElement
        ) {
          box = within(around, box);
          if (getComputedStyle(around).position === 'fixed') break;
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
        drawn.push({
          formula: element.closest('math') !== null,
          node,
          text,
          box,
          part: element.closest(
            'dialog, [popover], [role="menu"], [role="toolbar"], [role="status"], section, aside, header, main, .react-flow__node',
          ),
        });
      }
      const size = Number.parseFloat(getComputedStyle(element).fontSize);
      if (size < 12) small.push(`${where(text, element)}: ${size} px`);
    }

    const overlapping = drawn.flatMap((one, index) =>
      drawn.slice(index + 1).flatMap((other) => {
        const across = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
        const down = Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top);
        // Signs of a formula may stand in each other's boxes.
        if (one.formula && other.formula) return [];
        const height = Math.min(one.box.bottom - one.box.top, other.box.bottom - other.box.top);
        const apart = one.node === other.node || one.part !== other.part || across < 2 || down < height * 0.35;
        return apart ? [] : [`"${one.text}" and "${other.text}"`];
      }),
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
