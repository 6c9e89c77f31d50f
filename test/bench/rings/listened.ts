/** The agent whom the bench's inspector listens to; they talk all the time. */
export const listenedTo = '20001';
