/** The agent whom the bench's inspector listens to; he talks all the time. */
export const listenedTo = '20001';
