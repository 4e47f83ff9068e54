"""What the numbers of the two heads mean, and how one set of labels is read as the other."""

# Order of the FER2013 file, and of the head `fer7`. The names are the product's (libs/contracts).
FER = ('angry', 'disgust', 'fear', 'happy', 'sad', 'surprise', 'neutral')

# First columns of the FER+ votes, and the head `ferplus8`. The product has no use for contempt.
FERPLUS = ('neutral', 'happy', 'surprise', 'sad', 'angry', 'disgust', 'fear', None)

# FER+ counts two more things: 8 unknown, 9 not a face.
VOTE_COLUMNS = 10

HEADS = {'fer7': FER, 'ferplus8': FERPLUS}

# ferplus8[:, FERPLUS_AS_FER] has the order of FER.
FERPLUS_AS_FER = tuple(FERPLUS.index(name) for name in FER)

# For each column of FER+ its place in FER, -1 for contempt.
FER_OF_FERPLUS = tuple(-1 if name is None else FER.index(name) for name in FERPLUS)
