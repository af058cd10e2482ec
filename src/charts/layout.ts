import { layOutBars } from './bars-layout.ts';
import type { Chart } from './chart.ts';
import { palette } from './palette.ts';
import type { Layout, Room } from './room.ts';
import { layOutHero } from './hero-layout.ts';
import { layOutShare } from './share-layout.ts';
import { stack, type SetText } from './set-text.ts';

/** In pixels of the picture before it is drawn at double size. Discord shows it about half as wide. */
export const pictureSize = { width: 800, height: 450 } as const;

const margin = { side: 32, top: 24, bottom: 22 } as const;
const gap = 12;

/**
 * Lays a chart out for echarts: texts above and below, the bars or the ring in the room between them. Throws an Error
 * where the texts leave too little room, because nothing may be cut.
 */
export function layOut({ title, subtitle, hero, body, citation }: Chart, setText: SetText): Layout {
  const column = { left: margin.side, width: pictureSize.width - 2 * margin.side, top: margin.top };
  const heading = stack([
    setText(title, 'title', column),
    ...(subtitle === undefined ? [] : [setText(subtitle, 'subtitle', column)]),
  ]);
  const cited = setText(citation, 'citation', column);
  const citationTop = pictureSize.height - margin.bottom - cited.size.height;
  const roomBelow = (top: number): Room => ({ ...column, top, height: citationTop - gap - top });
  const drawBody = () => {
    if (body.kind === 'share') return layOutShare({ hero, body }, roomBelow(heading.bottom + gap), setText);
    const figure = hero && layOutHero(hero, { ...column, top: heading.bottom + 8 }, setText);
    const bars = layOutBars(body, roomBelow((figure ?? heading).bottom + gap), setText);
    return { ...bars, graphic: [...(figure?.blocks ?? []), ...bars.graphic] };
  };
  const { graphic, ...drawn } = drawBody();
  return {
    animation: false,
    backgroundColor: palette.background,
    ...drawn,
    graphic: [...heading.blocks, ...graphic, { ...cited, y: citationTop }],
  };
}
