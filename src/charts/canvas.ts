import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

export type CanvasLibrary = typeof import('@napi-rs/canvas');

/** The fonts of the pictures, for CSS. Inter comes first: the quotes and points of the Chinese font are full-width. */
export const fontFamily = 'Inter, "Noto Sans SC"';

/**
 * Loads the canvas with the fonts of the pictures and no others, so that a picture is the same on every machine. Throws
 * an Error where a font is missing.
 */
export async function loadCanvas(): Promise<CanvasLibrary> {
  // The library reads it while it is imported.
  process.env['DISABLE_SYSTEM_FONTS_LOAD'] = '1';
  const library = await import('@napi-rs/canvas');
  const require = createRequire(import.meta.url);
  const addFont = (name: string, packageFile: string, isNeeded: RegExp) => {
    const folder = join(dirname(packageFile), 'files');
    const files = readdirSync(folder).filter((file) => isNeeded.test(file));
    const isRegistered = (file: string) => library.GlobalFonts.registerFromPath(join(folder, file), name);
    if (files.length === 0 || !files.every(isRegistered)) {
      throw new Error(`the font ${name} could not be loaded from ${folder}; does npm ci help?`);
    }
  };
  addFont(
    'Inter',
    require.resolve('@fontsource-variable/inter/package.json'),
    /^inter-latin(-ext)?-wght-normal\.woff2$/,
  );
  // Cut into about a hundred files, of which each is unpacked when one of its characters is drawn.
  addFont(
    'Noto Sans SC',
    require.resolve('@fontsource-variable/noto-sans-sc/package.json'),
    /-wght-normal\.woff2$/,
  );
  return library;
}
