/** The product's preload, which hears each message in a task of its own, so that what the page does with it is counted as script. */
import './ownTask.ts';
import '../../../../preload/preload.ts';
