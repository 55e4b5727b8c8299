package tickwing.board.view;

/**
 * What somebody wants to see of a topic; a value. Views that are equal are one view: a board computes it once, however many
 * ask for it.
 */
public sealed interface View permits StockView, FlightView {}
