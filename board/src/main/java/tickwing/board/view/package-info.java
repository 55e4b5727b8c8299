/** What can be asked of a board, and what is answered: values only, no thread, no colour, no window. */
package tickwing.board.view;
