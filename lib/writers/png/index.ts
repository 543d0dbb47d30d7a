/** SVG as PNG, with the fonts that are given and none of the system's, so that a picture is the same on every machine. */

/** How an SVG is rendered. */
export interface PngOptions {
  /** Pixels. */
  readonly width: number;
  /** Font files; the first family that `font-family` names and that is among them is taken. */
  readonly fonts: readonly string[];
}

/** Renders SVG documents, one after the other. */
export type Renderer = (svg: string, options: PngOptions) => Uint8Array;

/** Loads the renderer; null where its package, `@resvg/resvg-js`, is not installed. */
export async function loadRenderer(): Promise<Renderer | null> {
  const resvg = await import('@resvg/resvg-js').catch(() => null);
  if (!resvg) return null;
  return (svg, { width, fonts }) =>
    new resvg.Resvg(svg, {
      fitTo: { mode: 'width', value: width },
      font: { loadSystemFonts: false, fontFiles: [...fonts], defaultFontFamily: 'Arimo' },
    })
      .render()
      .asPng();
}
