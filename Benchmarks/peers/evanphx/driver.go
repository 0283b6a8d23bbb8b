// evanphx/json-patch, version 5. It works on text and has no parsed document to hand over.
package main

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"strings"
	"time"

	jsonpatch "github.com/evanphx/json-patch/v5"
)

// The version of the package, set by the installer.
var version = "of unknown version"

// An answer that takes longer than this will not come.
const patience = time.Minute

type input struct{ document, patch []byte }

func patched(item input) ([]byte, error) {
	patch, err := jsonpatch.DecodePatch(item.patch)
	if err != nil {
		return nil, err
	}
	return patch.Apply(item.document)
}

func pass(task string, inputs []input) (err error) {
	// What the library does not foresee ends in a panic.
	defer func() {
		if trouble := recover(); trouble != nil {
			err = fmt.Errorf("%v", trouble)
		}
	}()
	if task != "patch" {
		return fmt.Errorf("no task %s", task)
	}
	for _, item := range inputs {
		if _, err = patched(item); err != nil {
			return err
		}
	}
	return nil
}

func samples(task string, inputs []input, count, iterations int) string {
	var answer strings.Builder
	if pass(task, inputs) != nil {
		return "cannot"
	}
	for ; count > 0; count-- {
		start := time.Now()
		for i := 0; i < iterations; i++ {
			if pass(task, inputs) != nil {
				return "cannot"
			}
		}
		fmt.Fprintf(&answer, "%d ", time.Since(start).Nanoseconds())
	}
	return answer.String()
}

func attempt(item input) (answer string) {
	defer func() {
		if recover() != nil {
			answer = "failed\n"
		}
	}()
	result, err := patched(item)
	if err != nil {
		return "refused\n"
	}
	return fmt.Sprintf("ok %d\n%s", len(result), result)
}

func read(from *bufio.Reader) (item input) {
	var document, patch int
	sizes, _ := from.ReadString('\n')
	fmt.Sscan(sizes, &document, &patch)
	item = input{make([]byte, document), make([]byte, patch)}
	io.ReadFull(from, item.document)
	io.ReadFull(from, item.patch)
	return item
}

func serve() {
	requests, answers := bufio.NewReader(os.Stdin), bufio.NewWriter(os.Stdout)
	var inputs []input
	fmt.Println(version)
	for {
		line, err := requests.ReadString('\n')
		if err != nil {
			return
		}
		watch := time.AfterFunc(patience, func() { os.Exit(2) })
		var task string
		var count, iterations int
		switch word := strings.Fields(line); word[0] {
		case "load":
			fmt.Sscan(word[1], &count)
			inputs = nil
			for ; count > 0; count-- {
				inputs = append(inputs, read(requests))
			}
		case "try":
			fmt.Fprint(answers, attempt(read(requests)))
		default:
			fmt.Sscan(strings.Join(word[1:], " "), &task, &count, &iterations)
			fmt.Fprintln(answers, samples(task, inputs, count, iterations))
		}
		answers.Flush()
		watch.Stop()
	}
}

func main() {
	if len(os.Args) != 4 {
		serve()
		return
	}
	patch, _ := os.ReadFile(os.Args[2])
	document, _ := os.ReadFile(os.Args[3])
	result, err := patched(input{document, patch})
	if err != nil {
		os.Exit(1)
	}
	os.Stdout.Write(result)
}
