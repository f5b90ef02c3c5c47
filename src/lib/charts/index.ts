import { describeChoropleth } from './choropleth/describe';
import { choroplethLayout } from './choropleth/layout';
import type { ChartDefinition } from './definition';
import { describeDotWhisker } from './dot-whisker/describe';
import { dotWhiskerLayout } from './dot-whisker/layout';
import type { ChartType } from './model';
import { describeRankedBar } from './ranked-bar/describe';
import { rankedBarLayout } from './ranked-bar/layout';
import { describeStackedOrdinal } from './stacked-ordinal/describe';
import { stackedOrdinalLayout } from './stacked-ordinal/layout';

/** Every kind of chart, one line each. */
export const charts: Record<ChartType, ChartDefinition> = {
  'ranked-bar': { layout: rankedBarLayout, describe: describeRankedBar },
  'dot-whisker': { layout: dotWhiskerLayout, describe: describeDotWhisker },
  'stacked-ordinal': { layout: stackedOrdinalLayout, describe: describeStackedOrdinal },
  choropleth: { layout: choroplethLayout, describe: describeChoropleth }
};
