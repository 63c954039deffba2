/**
 * Types for pages that hold blocks: the element `<it-exports>`, the events of `embed.js`,
 * and, for pages with a script of their own in its place, the messages between a page and its frames.
 */
export {};

declare global {
  interface HTMLElementTagNameMap {
    'it-exports': HTMLElement;
  }

  /** On `<it-exports>`, or on an `<iframe>` of the page; they bubble. */
  interface HTMLElementEventMap {
    'it-exports-ready': CustomEvent<ItExports.Ready>;
    'it-exports-change': CustomEvent<ItExports.Change>;
    'it-exports-error': CustomEvent<ItExports.Failure>;
  }
}

export namespace ItExports {
  type Block = 'headline' | 'trend' | 'breakdown' | 'drivers' | 'peers' | 'targets' | 'data';
  type Lang = 'en' | 'ur';
  type Theme = 'auto' | 'light' | 'dark';

  /** What a block shows, by the keys of its address. Left out: what it shows at first. */
  interface View {
    /** `2023-10` */
    month?: string;
    /** The first and the last month of the trend. */
    from?: string;
    to?: string;
    measure?: 'level' | 'mom' | 'yoy' | 'ytd' | 'sum12' | 'avg12' | 'perday' | 'index';
    freq?: string;
    /** Codes of sub-sectors, between commas: `computer.freelance,telecom`. */
    sector?: string;
    period?: string;
    chart?: string;
    beside?: string;
    hide?: string;
    axis?: string;
    peers?: string;
    /** `first`, or a day, such as `2024-01-15`, to which the figures are pinned. */
    vintage?: string;
    /** Crore and arab, or million and billion. */
    num?: 'pk' | 'intl';
    theme?: Theme;
    /** `1`: still, until a reader asks for more. */
    lite?: '0' | '1';
  }

  /**
   * Colours, as attributes, or as custom properties of style: `--it-exports-accent` and so on. Opaque ones of which a
   * browser gives six hexadecimal digits, as they stand in the address.
   */
  interface Colours {
    /** Links, the chosen month, bars and lines of the total. */
    accent?: string;
    ink?: string;
    /** The ground; `transparent`: that of the page around. */
    paper?: string;
    /** Secondary text. */
    quiet?: string;
    /** Lines and borders. */
    rule?: string;
  }

  /** The attributes of `<it-exports>`. All but `height`, `patience` and `sandbox` can change at any time. */
  interface Attributes extends View, Colours {
    block?: Block;
    /** Without it that of the page around. */
    lang?: Lang;
    /** Kept free until the block is here, in pixels: 520 if not said. */
    height?: string;
    /** Seconds in sight after which what stands in the element is seen for good: 10 if not said. */
    patience?: string;
    title?: string;
    /** As of an `<iframe>`; `allow-scripts` is enough. */
    sandbox?: string;
  }

  interface Ready {
    block: Block;
    lang: Lang;
    /** As asked: a day or `first`; `latest` where nothing was, or where the page is still. */
    vintage: string;
    /** The month asked for, such as `2026-07`, or else the latest published. */
    month: string;
    /** Whether only the still page is here: the program could not start, or is not wanted yet. */
    static: boolean;
    /** Colours of the page that could not be read on their ground, and what is used in their place: `#rrggbb`. */
    corrected: Partial<Record<keyof Colours, string>>;
    /** Whether changes are told. */
    subscribed: boolean;
  }

  interface Change {
    /** The view, as the query of its address: `month=2023-10&theme=dark`. */
    state: string;
  }

  interface Failure {
    /** The program has stopped, or nothing has come in time. */
    reason: 'stopped' | 'timeout';
  }

  /** From a frame to the page it stands in. */
  type FromFrame = { v: 1 } & (
    | { type: 'it-exports:size'; /** Whole CSS pixels. */ height: number }
    | ({ type: 'it-exports:ready' } & Ready)
    | ({ type: 'it-exports:change' } & Change)
    | ({ type: 'it-exports:error' } & Failure)
  );

  /** From a page to a frame in it. */
  type ToFrame = { v: 1 } & (
    | { type: 'it-exports:theme'; theme: Theme }
    | { type: 'it-exports:lang'; lang: Lang }
    /** The whole view and the colours: what is left out is as at first. */
    | { type: 'it-exports:state'; state: string }
    /** Has changes told, and height and readiness once more. */
    | { type: 'it-exports:subscribe' }
  );
}
