import type { Group } from '../row.ts';
import { haproxy } from './haproxy.ts';
import { javaTls } from './javaTls.ts';
import { nginx } from './nginx.ts';
import { squid } from './squid.ts';
import { tomcat } from './tomcat.ts';

/** Everything that is tried, in the table's order. */
export const groups: readonly Group[] = [nginx, haproxy, tomcat, javaTls, squid];
