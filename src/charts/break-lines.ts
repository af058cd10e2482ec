// Between words of letters, and between Chinese characters; closing marks stay with what they close, opening ones with
// what they open, and digits with the Chinese character behind them: 2025年.
const breaks =
  /(?<=\s)(?=\S)|(?<=[\p{Script=Han}，。、；：！？）」』”])(?![，。、；：！？）」』”\s])|(?<![（「『“])(?=[（「『“])/u;

/**
 * Breaks a text into lines that are no wider than `width`, as `measure` measures them. What cannot be broken, such as one
 * long word, may be wider. Our own, because the breaking of echarts measures letters only roughly on a busy machine, so
 * that the same text would not always break at the same place.
 */
export function breakLines(
  text: string,
  { width, measure }: { readonly width: number; readonly measure: (line: string) => number },
): string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of text.split(breaks)) {
    if (line !== '' && measure((line + piece).trimEnd()) > width) {
      lines.push(line.trimEnd());
      line = '';
    }
    line += piece;
  }
  return [...lines, line.trimEnd()];
}
