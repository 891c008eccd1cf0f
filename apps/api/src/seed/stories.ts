import { afbbStory } from './stories/afbb.ts';
import { leMansStory } from './stories/le-mans.ts';
import type { CentreStory } from './story.ts';

/** The lives of the two centres that the demonstration shows. Every name is invented. */
export const stories: readonly CentreStory[] = [leMansStory, afbbStory];
