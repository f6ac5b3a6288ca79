"""Speed: how long a start, a page and a corpus take, how memory and time grow, and that nothing else has changed."""
