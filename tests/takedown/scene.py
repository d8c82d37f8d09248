"""The one place that most tests are about."""

ADDRESS = "https://foto.faqe-prove.al/album/12.jpg"
HOST, PATH, IP = "foto.faqe-prove.al", "/album/12.jpg", "28.77.1.20"
MAIL = "abuse@strehimi-prove.nl"
