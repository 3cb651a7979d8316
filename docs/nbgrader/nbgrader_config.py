"""The settings of an nbgrader course with this book's exercises; nbgrader reads them in the folder of the course."""

c = get_config()  # noqa: F821 - nbgrader puts it there

c.CourseDirectory.course_id = "reading-the-news"
