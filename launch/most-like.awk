# Of words, the first of each line, prints the one that is most like "word", or whose part after "consumer-" is: at most two
# letters are wrong, missing or too many, or "word" begins it.

function distance(a, b,    i, j, cost, row, before, corner) {
    for (j = 0; j <= length(b); j++) row[j] = j
    for (i = 1; i <= length(a); i++) {
        corner = row[0]
        row[0] = i
        for (j = 1; j <= length(b); j++) {
            before = row[j]
            cost = corner + (substr(a, i, 1) != substr(b, j, 1))
            if (row[j] + 1 < cost) cost = row[j] + 1
            if (row[j - 1] + 1 < cost) cost = row[j - 1] + 1
            row[j] = cost
            corner = before
        }
    }
    return row[length(b)]
}

{
    part = substr($1, index($1, "-") + 1)
    likeness = distance(word, $1)
    if (distance(word, part) < likeness) likeness = distance(word, part)
    if (likeness > 1 && (index($1, word) == 1 || index(part, word) == 1)) likeness = 1
    if (length(word) > 1 && likeness <= 2 && (best == "" || likeness < least)) {
        best = $1
        least = likeness
    }
}

END { print best }
