/** Every tool, in the order in which an assistant should think of them. */
import { bridge } from './bridge.ts';
import { claims } from './claims.ts';
import type { Tool } from './define-tool.ts';
import { evidence } from './evidence.ts';
import { feedback } from './feedback.ts';
import { need, needs } from './needs.ts';
import { products } from './products.ts';
import { reading } from './reading.ts';

export const TOOLS: readonly Tool[] = [reading, needs, need, claims, bridge, feedback, evidence, products];
