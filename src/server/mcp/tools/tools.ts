/** Every tool, in the order in which an assistant should think of them. */
import { bridge } from './bridge.ts';
import { claims } from './claims.ts';
import { decideActionTool } from './decide-action.ts';
import { decideClaimTool } from './decide-claim.ts';
import { decideNeed } from './decide-need.ts';
import type { Tool } from './define-tool.ts';
import { evidence } from './evidence.ts';
import { feedback } from './feedback.ts';
import { decideLinkTool, links } from './links.ts';
import { need, needs } from './needs.ts';
import { products } from './products.ts';
import { reading } from './reading.ts';

export const TOOLS: readonly Tool[] = [
  reading,
  needs,
  need,
  claims,
  bridge,
  links,
  feedback,
  evidence,
  products,
  decideClaimTool,
  decideLinkTool,
  decideNeed,
  decideActionTool,
];
