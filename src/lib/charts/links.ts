/** Where a figure can be had as a file, and its method. What is left out is not offered. */
export interface FigureLinks {
  svg?: string;
  png?: string;
  csv?: string;
  method?: string;
  /** address to copy: the page's own address brings the figure back */
  page?: string;
}
