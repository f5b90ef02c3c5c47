import type { Design } from '../design/design';
import type { Within } from '../design/domain';
import type { DataSource } from './data-source';
import type { Spec } from './spec';

/** What a family answers: a specification over a data source, with its design and the rows it is about. */
export interface Question {
  source: DataSource;
  spec: Spec;
  design: Design;
  within: Within;
}
