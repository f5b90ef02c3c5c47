import { makeWeights, type WeightingTask } from '$lib/estimation/weighting';
import { serveTasks } from './serve';

serveTasks((task: WeightingTask) => makeWeights(task));
