"""What the timetable promises, seen in the picture and the PDF it gives."""
